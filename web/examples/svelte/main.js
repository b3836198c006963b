import { mount } from 'svelte';
import TrackerForm from './TrackerForm.svelte';

mount(TrackerForm, { target: document.querySelector('main') });
