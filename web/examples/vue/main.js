import { createApp } from 'vue';
import TrackerForm from './TrackerForm.vue';

createApp(TrackerForm).mount('main');
